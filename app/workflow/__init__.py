"""The jobs: the only place that joins I/O with decisions."""
