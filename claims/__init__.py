"""What claimcheck knows, as YAML; a package so that an editable install and a wheel both find it."""
