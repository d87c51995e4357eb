"""What was settled: agreements, how firm they are and whose."""
