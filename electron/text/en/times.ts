// Times as people read them: UTC first, and how long ago.

export const TIMES = {
  "cities.Calcutta": "Kolkata",
  "cities.Katmandu": "Kathmandu",
  "cities.Kiev": "Kyiv",
  "cities.Rangoon": "Yangon",
  "cities.Saigon": "Ho Chi Minh City",
  day: "{at, date, day}",
  shortDay: "{at, date, shortDay}",
  dayAndTime: "{at, date, day}, {at, time, short} UTC",
  ago: "{days, plural, =0 {today} =1 {yesterday} other {{days} days ago}}",
  until: "{days, plural, =0 {today} =1 {tomorrow} other {in {days} days}}",
  overdue: "{days, plural, one {1 day overdue} other {{days} days overdue}}",
  localTime: "{time} in {city}",
} as const;
