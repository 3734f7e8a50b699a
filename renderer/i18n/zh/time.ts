export const time = {
  when: '什么时候？',
  example: '明天下午3点',
  help: '怎么说就怎么写：“两小时后”、“下周五”、“周一9:30”、“12月24日”。',
  shopClock: '按店铺所在地的时间',
  day: '日期',
  hour: '时间',
  choice: {
    'later-today': '今天晚些时候',
    tonight: '今晚',
    tomorrow: '明天早上',
    monday: '周一',
    week: '一周后',
    reply: '等对方回复',
  },
  problem: {
    unclear: '没看懂这个时间。可以写“明天下午3点”，或在下面选日期。',
    past: '这个时间已经过了，请选晚一些的时间。',
    'no-such-day': '日历上没有这一天。',
    'too-far': '超过一年了，请选近一些的时间。',
  },
} as const
