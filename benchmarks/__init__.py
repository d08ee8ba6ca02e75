"""The scoreboard: Casus measured on development data, beside published anchors. `python -m benchmarks` runs it."""
