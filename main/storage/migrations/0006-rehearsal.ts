import type { Migration } from './migration.ts'

export const rehearsal: Migration = {
  version: 6,
  name: 'rehearsal',
  sql: `
    create table rehearsal_set (
      no integer primary key autoincrement,
      id text not null unique,
      name text not null,
      saved integer not null,
      created_at integer not null
    ) strict;

    create table rehearsal_case (
      no integer primary key autoincrement,
      id text not null unique,
      set_id text not null references rehearsal_set (id) on delete cascade deferrable initially deferred,
      body text not null,
      -- One line of the simulation.
      input text not null,
      expected text,
      rejected text not null
    ) strict;
    create index rehearsal_case_of_set on rehearsal_case (set_id, no);

    create table rehearsal_run (
      no integer primary key autoincrement,
      id text not null unique,
      set_id text not null references rehearsal_set (id) on delete cascade deferrable initially deferred,
      started_at integer not null,
      state text not null check (state in ('running', 'done', 'stopped', 'failed'))
    ) strict;
    create index rehearsal_run_of_set on rehearsal_run (set_id, no);

    create table rehearsal_result (
      no integer primary key autoincrement,
      run_id text not null references rehearsal_run (id) on delete cascade deferrable initially deferred,
      case_id text not null references rehearsal_case (id) on delete cascade deferrable initially deferred,
      action text not null check (action in ('reply', 'ask', 'handoff', 'silent')),
      verdict text check (verdict in ('right', 'wrong')),
      answer_id text not null,
      record text not null,
      unique (run_id, case_id)
    ) strict;
    create index rehearsal_result_of_run on rehearsal_result (run_id, action, verdict);
    create index rehearsal_result_of_case on rehearsal_result (case_id);
  `,
}
