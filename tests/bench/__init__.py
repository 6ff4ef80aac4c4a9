"""Speed and quality beside peers, measured in one run."""
