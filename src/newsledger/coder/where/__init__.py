"""Where did it happen? Place names in a sentence, what each means in its article, and which is an event's
place.

`mentions` finds the names, `context` resolves them with the evidence of the whole article, `event` chooses
the places of one event, `listing` lists all places of articles and explains one name. All of it follows
coding-rules 4.
"""
