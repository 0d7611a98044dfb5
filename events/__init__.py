"""What is on: the month's menu of a centre, its activities and when each takes place."""
