"""Whole archives: rows in from files of any size, reports out in order, resumed after a kill; one machine or many."""
