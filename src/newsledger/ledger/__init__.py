"""Which reports are one event, and is it the event that was published before?"""
