"""Roles: who does an act and to whom."""
