import type { Migration } from './migration.ts'

export const hours: Migration = {
  version: 12,
  name: 'hours',
  sql: `
    -- When the assistant may speak, as JSON; null for always.
    alter table channel add column schedule text;

    -- Conversations that came to the owner because the assistant's hours were over; \`taken_up\` once they began again and
    -- it looks at them, until it has a suggestion.
    create table rest (
      conversation_id text not null primary key references conversation (id) on delete cascade deferrable initially deferred,
      message_id text not null,
      at integer not null,
      taken_up integer not null default 0
    ) strict, without rowid;

    -- When a contact was told last that the shop is closed.
    create table away_told (
      conversation_id text not null primary key references conversation (id) on delete cascade deferrable initially deferred,
      at integer not null
    ) strict, without rowid;

    -- What people wrote since the owner was last told, or had no need to be told.
    create table notice_due (
      conversation_id text not null primary key references conversation (id) on delete cascade deferrable initially deferred,
      messages integer not null,
      first_at integer not null,
      last_at integer not null,
      held integer not null default 0
    ) strict, without rowid;
    create index notice_due_first on notice_due (first_at, conversation_id);
    -- Together with the message, so that none is told twice or never, whenever the program stops.
    create trigger notice_due_added after insert on message
    when new.kind = 'message' and new.direction = 'incoming' and new.automated is null begin
      insert into notice_due (conversation_id, messages, first_at, last_at)
        values (new.conversation_id, 1, new.received_at, new.received_at)
        on conflict do update set messages = messages + 1, last_at = excluded.last_at;
    end;

    -- How often the owner was told again that somebody waits since then, and of a time that was promised (1: it is near,
    -- 2: it has passed).
    create table notice_wait (
      conversation_id text not null primary key references conversation (id) on delete cascade deferrable initially deferred,
      waiting_since integer,
      steps integer not null default 0,
      promised_by integer,
      promise_stage integer not null default 0
    ) strict, without rowid;
    create index conversation_waits on conversation (waiting_since) where needs_me = 1 and waiting_since is not null;
    create index conversation_promised on conversation (promised_by) where promised_by is not null;
  `,
}
