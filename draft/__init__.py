"""A received notice becomes a draft of its data: what a program can place is placed, the rest told.

Stages, each a pure function: decode, noise, lines, marks, ends, levels, clauses, sentences,
parties, suggestions (`drafting` and `records` put them together, `writing` proves and writes). It
imports `notice` and nothing imports it. Nothing is guessed that a person must know.
"""
