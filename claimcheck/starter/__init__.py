"""What `claimcheck init` puts into a repository: settings, a ledger, and a job for its CI."""
