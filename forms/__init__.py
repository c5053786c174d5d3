"""The forms people take away, fill in and hand back, each defined once.

Page, A4, A5, workbook, CSV, what a returned file is read against, the lists of forms and the search
are all drawn from here; nothing about a single form is said anywhere else.
"""
