"""claimcheck beside other readers of quantities and dates, over one corpus; see README.md."""
