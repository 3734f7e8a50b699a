/** Asking for a time to come: snoozing, scheduling. */
export const time = {
  when: 'When?',
  example: 'tomorrow 3pm',
  help: 'Write it as you would say it: “in 2 hours”, “next Friday”, “mon 9:30”, “24 Dec”.',
  shopClock: 'on the shop’s clock',
  day: 'Day',
  hour: 'Time',
  choice: {
    'later-today': 'Later today',
    tonight: 'Tonight',
    tomorrow: 'Tomorrow morning',
    monday: 'Monday',
    week: 'In a week',
    reply: 'Until they reply',
  },
  problem: {
    unclear: 'That is no time Keepdesk understands. Try “tomorrow 3pm” or pick a day below.',
    past: 'That is already past. Please choose a later time.',
    'no-such-day': 'There is no such day in the calendar.',
    'too-far': 'That is more than a year away. Please choose an earlier time.',
  },
} as const
