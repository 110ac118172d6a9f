"""What the program costs, beside its peers and the limit, in one run: ``python -m benchmarks``.

Each measure runs this program and what it is compared with in turns, so that a noisy machine disturbs both alike. Read
the ratios; the figures themselves are this machine's at this moment.
"""
