"""Article text -> claims with the sources they cite."""
