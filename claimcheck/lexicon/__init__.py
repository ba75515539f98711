"""What claimcheck knows, loaded from `claims/` into frozen values. The only package that reads the catalogue's YAML."""
