"""How long `claimcheck compare` takes, as ratios taken in one run; see the README.md above."""
