"""Who is named: people, bodies and states, with offices, owners and later mentions."""
