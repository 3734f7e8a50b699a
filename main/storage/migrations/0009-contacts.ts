import type { Migration } from './migration.ts'

const sql = `
alter table contact add column note text not null default '';
-- What the owner chose to write in with them; null: as the conversations show.
alter table contact add column language text;

create table contact_label (
  contact_id text not null references contact (id) on delete cascade deferrable initially deferred,
  label_id text not null references label (id) on delete cascade deferrable initially deferred,
  primary key (contact_id, label_id)
) strict, without rowid;
create index contact_label_of_label on contact_label (label_id);

-- Both contacts as they were and what they became, so that it can be undone.
create table contact_merge (
  no integer primary key autoincrement,
  id text not null unique,
  into_id text not null,
  from_id text not null,
  at integer not null,
  record text not null,
  undone_at integer
) strict;
create index contact_merge_into on contact_merge (into_id) where undone_at is null;

-- Not the same person, says the owner. Of handles, as those stay what they are when contacts merge and split.
create table handle_apart (
  handle_id text not null references handle (id) on delete cascade deferrable initially deferred,
  other_id text not null references handle (id) on delete cascade deferrable initially deferred,
  primary key (handle_id, other_id)
) strict, without rowid;
create index handle_apart_other on handle_apart (other_id);

-- Orders whose one-time code was entered in a conversation; what may be told ends after an hour, who it was does not.
create table proved_order (
  conversation_id text not null references conversation (id) on delete cascade deferrable initially deferred,
  order_id text not null,
  primary key (conversation_id, order_id)
) strict, without rowid;
create index proved_order_of_order on proved_order (order_id);
insert or ignore into proved_order (conversation_id, order_id)
  select d.conversation_id, json_extract(p.value, '$.orderId')
  from dialogue d join json_each(d.state, '$.identity.proved') p
  where json_extract(p.value, '$.orderId') is not null;

-- What was forgotten, and after which message: a thought that began before must not bring it back.
create table forgotten_fact (
  conversation_id text not null references conversation (id) on delete cascade deferrable initially deferred,
  -- Of the fact; "proof" for an order that was proved.
  name text not null,
  value text not null,
  seq integer not null,
  primary key (conversation_id, name, value)
) strict, without rowid;

create index handle_by_mailbox on handle (lower(address));
-- When it stands in the timeline of its contact; null: it does not. A sender's clock may be ahead: nothing was written
-- after it came in.
alter table message add column timeline_at integer generated always as (
  iif(
    kind = 'message' or activity_code in ('note', 'handed-off', 'resolved', 'merged', 'unmerged', 'split'),
    min(sent_at, received_at), null
  )
) virtual;
create index message_in_time on message (conversation_id, timeline_at) where timeline_at is not null;
`

export const contacts: Migration = { version: 9, name: 'contacts', sql }
