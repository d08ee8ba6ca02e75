"""The workbench: a case in the browser of this machine, to accept, correct and reject what was read. Needs `casus-events[review]`."""
