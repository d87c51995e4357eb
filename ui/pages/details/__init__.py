"""What is known of one Source, to be seen and corrected."""
