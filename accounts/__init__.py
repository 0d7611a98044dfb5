"""Who may do what on which node of the tree."""
