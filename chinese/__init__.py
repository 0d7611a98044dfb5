"""What the site knows of written Chinese: pure functions, no Django."""
