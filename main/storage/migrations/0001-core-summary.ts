/** Keeps what the inbox shows of a conversation, and how many there are of each sort, true at every commit. */
export const conversationSummary = `
create table conversation_tally (
  status text not null,
  needs_me integer not null,
  has_suggestion integer not null,
  amount integer not null,
  primary key (status, needs_me, has_suggestion)
) strict, without rowid;

create trigger tally_added after insert on conversation begin
  insert into conversation_tally values (new.status, new.needs_me, new.has_suggestion, 1)
    on conflict do update set amount = amount + 1;
end;
create trigger tally_removed after delete on conversation begin
  update conversation_tally set amount = amount - 1
    where status = old.status and needs_me = old.needs_me and has_suggestion = old.has_suggestion;
end;
create trigger tally_changed
after update of status, handler, handoff_reason, waiting_since, has_suggestion, send_problem on conversation
when (old.status, old.needs_me, old.has_suggestion) <> (new.status, new.needs_me, new.has_suggestion) begin
  update conversation_tally set amount = amount - 1
    where status = old.status and needs_me = old.needs_me and has_suggestion = old.has_suggestion;
  insert into conversation_tally values (new.status, new.needs_me, new.has_suggestion, 1)
    on conflict do update set amount = amount + 1;
end;

create trigger suggestion_added after insert on suggestion begin
  update conversation set has_suggestion = 1 where id = new.conversation_id and new.closed_at is null;
end;
create trigger suggestion_closed after update of closed_at on suggestion begin
  update conversation set has_suggestion =
      exists (select 1 from suggestion where conversation_id = new.conversation_id and closed_at is null)
    where id = new.conversation_id;
end;
create trigger suggestion_removed after delete on suggestion begin
  update conversation set has_suggestion =
      exists (select 1 from suggestion where conversation_id = old.conversation_id and closed_at is null)
    where id = old.conversation_id;
end;

create trigger outbox_added after insert on outbox when new.is_problem = 1 begin
  update conversation set send_problem = 1 where id = new.conversation_id;
end;
create trigger outbox_changed after update of state, error on outbox when old.is_problem <> new.is_problem begin
  update conversation set send_problem =
      exists (select 1 from outbox where conversation_id = new.conversation_id and is_problem = 1)
    where id = new.conversation_id;
end;
create trigger outbox_removed after delete on outbox when old.is_problem = 1 begin
  update conversation set send_problem =
      exists (select 1 from outbox where conversation_id = old.conversation_id and is_problem = 1)
    where id = old.conversation_id;
end;
`
