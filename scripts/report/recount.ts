import type { Report } from '#contract/report.ts'
import type { Database } from '#main/storage/database.ts'

/** One figure by both ways. */
export interface Counted {
  what: string
  report: number | null
  recount: number | null
}

/**
 * The period as moments, worked out by SQLite's own calendar and an offset for each end; nothing here uses the rules of
 * reports. `written` is when a message was said: incoming ones by the sender's clock where it is not absurd.
 */
const base = `
with said as (
  select m.id, m.seq, m.conversation_id as conversation, m.author, m.automated is not null as machine, m.body, m.answer_id,
    case when m.author = 'contact'
      then iif(m.received_at - m.sent_at between 0 and 2592000000, m.sent_at, m.received_at)
      else coalesce(o.transmitting_at, max(o.created_at, o.not_before), m.sent_at) end as at,
    json_extract(a.record, '$.action') as action,
    exists (select 1 from suggestion s where s.answer_id = m.answer_id and s.closed_how = 'edited') as edited,
    o.answer_to
  from message m left join outbox o on o.message_id = m.id left join answer a on a.id = m.answer_id
  where m.kind = 'message' and (o.state is null or o.state = 'sent')
),
begun as (
  select conversation, min(at) as at from said where author = 'contact' group by conversation
  having min(at) >= @from and min(at) < @to
),
person as (
  select s.conversation, min(s.seq) as seq, (
    select at from said f where f.conversation = s.conversation and f.author = 'contact' and not f.machine
    order by f.seq limit 1
  ) as at
  from said s join begun using (conversation) where s.author = 'contact' and not s.machine group by s.conversation
),
answers as (
  select s.* from said s where s.author <> 'contact' and (s.action is null or s.action <> 'handoff')
    and s.seq > (select min(f.seq) from said f where f.conversation = s.conversation and f.author = 'contact')
),
first_reply as (
  select p.conversation, r.author, max(0, r.at - p.at) as ms
  from person p join answers r on r.seq = (
    select min(seq) from answers n where n.conversation = p.conversation and n.seq > p.seq
  )
),
handed as (
  select m.conversation_id as conversation, m.seq, m.sent_at as at, m.activity_detail as reason
  from message m join begun b on b.conversation = m.conversation_id where m.activity_code = 'handed-off'
)
`

const figures: Readonly<Record<string, string>> = {
  conversations: 'select count(*) from begun',
  contacts: `select count(distinct h.contact_id) from begun b join conversation c on c.id = b.conversation
    join handle h on h.id = c.handle_id`,
  'messages received': `select count(*) from said where author = 'contact' and at >= @from and at < @to`,
  'messages by the assistant': `select count(*) from said where author = 'assistant' and at >= @from and at < @to`,
  'messages by the owner': `select count(*) from said where author = 'owner' and at >= @from and at < @to`,
  'first replies': 'select count(*) from first_reply',
  'first replies by the assistant': `select count(*) from first_reply where author = 'assistant'`,
  'first reply, median': `select avg(ms) from (select ms, row_number() over (order by ms) as place, count(*) over () as n
    from first_reply) where place in ((n + 1) / 2, (n + 2) / 2)`,
  'first reply, 90 %': `select ms from (select ms, row_number() over (order by ms) as place, count(*) over () as n
    from first_reply) where place * 10 >= n * 9 order by place limit 1`,
  resolved: `select count(*) from begun b join conversation c on c.id = b.conversation where c.status = 'resolved'
    and exists (select 1 from message m where m.conversation_id = c.id and m.activity_code = 'resolved')`,
  'answered by nobody': `select count(*) from begun where conversation not in (select conversation from answers)`,
  'answered by the assistant alone': `select count(*) from begun where
    conversation in (select conversation from answers where author = 'assistant') and conversation not in
      (select conversation from answers where author = 'owner' or (edited and answer_to is null))`,
  'answered by the owner alone': `select count(*) from begun where
    conversation in (select conversation from answers where author = 'owner') and conversation not in
      (select conversation from answers where author = 'assistant')`,
  handoffs: 'select count(*) from handed',
  'handoffs answered': `select count(*) from handed h where exists
    (select 1 from said s where s.conversation = h.conversation and s.author = 'owner' and s.seq > h.seq)`,
  'handed over for want of knowledge': `select count(distinct conversation) from handed where reason = 'no-knowledge'`,
  'promises made':
    'select count(*) from promise p join conversation c on c.no = p.conversation_no join begun b on b.conversation = c.id',
  confirmed: `select count(*) from begun b where conversation not in (select conversation from handed)
    and not exists (select 1 from message m where m.conversation_id = b.conversation and m.activity_code = 'taken-over')
    and not exists (select 1 from said s where s.conversation = b.conversation
      and (s.author = 'owner' or (s.edited and s.answer_to is null)))
    and exists (select 1 from said s where s.conversation = b.conversation and s.author = 'contact'
      and (s.body like '%thank%' or s.body like '%谢%')
      and s.seq > (select max(seq) from said t where t.conversation = b.conversation and t.author = 'assistant')
      and not exists (select 1 from said l where l.conversation = b.conversation and l.seq > s.seq))`,
  'questions without an answer': `select count(*) from answer a join said s on s.id = a.message_id
    where json_extract(a.record, '$.handoffReason') in ('no-knowledge', 'not-sure') and s.at >= @from and s.at < @to`,
  'tags of value': 'select count(*) from value_tag where at >= @from and at < @to',
}

/** Counts the period once more, by plain SQL over the messages, and puts it beside the report. */
export function recount(db: Database, report: Report, window: { from: number; to: number }): Counted[] {
  const { totals, unanswered, value, handoffReasons } = report
  const sum = (values: readonly { count: number }[]) => values.reduce((all, { count }) => all + count, 0)
  const told: Record<string, number | null> = {
    conversations: totals.conversations,
    contacts: totals.contacts,
    'messages received': totals.messagesReceived,
    'messages by the assistant': totals.messagesByAssistant,
    'messages by the owner': totals.messagesByOwner,
    'first replies': totals.firstReply.count,
    'first replies by the assistant': totals.firstReplyByAssistant.count,
    'first reply, median': totals.firstReply.medianMs,
    'first reply, 90 %': totals.firstReply.p90Ms,
    resolved: totals.resolution.count,
    'answered by nobody': totals.answeredBy.nobody,
    'answered by the assistant alone': totals.answeredBy.assistant,
    'answered by the owner alone': totals.answeredBy.owner,
    handoffs: totals.handoffs,
    'handoffs answered': totals.handoffWait.count,
    'handed over for want of knowledge':
      handoffReasons.find(({ reason }) => reason === 'no-knowledge')?.conversations ?? 0,
    'promises made': totals.promises.made,
    confirmed: totals.outcomes.confirmed,
    'questions without an answer': sum(unanswered),
    'tags of value': sum(value),
  }
  return Object.entries(figures).map(([what, sql]) => {
    const found = db.prepare<[{ from: number; to: number }], number | null>(`${base} ${sql}`).pluck().get(window)
    return { what, report: told[what] ?? null, recount: found ?? null }
  })
}
