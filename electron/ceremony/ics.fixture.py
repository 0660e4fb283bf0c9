# Reads an iCalendar file by a program that is not ours, and prints its events as JSON.
import json
import sys

import icalendar

calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
events = []
for event in calendar.walk("VEVENT"):
    (alarm,) = event.walk("VALARM")
    events.append({
        "uid": str(event["UID"]), "summary": str(event["SUMMARY"]),
        "description": str(event["DESCRIPTION"]),
        "start": event.decoded("DTSTART").isoformat(), "end": event.decoded("DTEND").isoformat(),
        "stamp": event.decoded("DTSTAMP").isoformat(),
        "alarm": alarm.decoded("TRIGGER").total_seconds(), "errors": event.errors,
    })
version = str(calendar["VERSION"])
print(json.dumps({"version": version, "errors": calendar.errors, "events": events}))
