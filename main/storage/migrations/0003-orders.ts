import type { Migration } from './migration.ts'

/** Records are JSON in the shape of the contract; the columns beside them are what they are found by. */
export const orders: Migration = {
  version: 3,
  name: 'orders',
  sql: `
    create table order_source (
      id text not null primary key,
      name text not null,
      kind text not null check (kind in ('csv', 'json', 'woocommerce', 'shopify')),
      records text,
      synced_at integer,
      fault text,
      settings text,
      cursor text
    ) strict, without rowid;

    create table shop_order (
      no integer primary key autoincrement,
      id text not null unique,
      source_id text not null references order_source (id),
      -- All files are one book, so that next week's export replaces this week's; each web shop is a book of its own.
      book text not null,
      number_id text not null,
      number_key text not null,
      email text,
      phone_end text,
      placed_at integer,
      updated_at integer not null,
      record text not null,
      unique (book, number_id)
    ) strict;
    create index shop_order_by_number on shop_order (number_key);
    create index shop_order_by_email on shop_order (email, placed_at) where email is not null;
    create index shop_order_by_phone on shop_order (phone_end) where phone_end is not null;
    create index shop_order_by_date on shop_order (placed_at, no);
    create index shop_order_by_source on shop_order (source_id);

    create table order_serial (
      serial_key text not null,
      order_no integer not null references shop_order (no) on delete cascade,
      primary key (serial_key, order_no)
    ) strict, without rowid;
    create index order_serial_of_order on order_serial (order_no);

    create table order_number_shape (
      shape text not null primary key,
      prefix text not null,
      count integer not null
    ) strict, without rowid;

    create table product (
      no integer primary key autoincrement,
      id text not null unique,
      source_id text not null references order_source (id),
      book text not null,
      sku_key text not null,
      updated_at integer not null,
      record text not null,
      unique (book, sku_key)
    ) strict;
    create index product_by_sku on product (sku_key);
    create index product_by_source on product (source_id);

    create table warranty (
      no integer primary key autoincrement,
      id text not null unique,
      source_id text not null references order_source (id),
      serial_key text not null unique,
      order_key text,
      record text not null
    ) strict;
    create index warranty_by_order on warranty (order_key) where order_key is not null;
    create index warranty_by_source on warranty (source_id);

    create table coupon (
      no integer primary key autoincrement,
      id text not null unique,
      source_id text not null references order_source (id),
      code_key text not null unique,
      remaining integer,
      record text not null
    ) strict;
    create index coupon_by_source on coupon (source_id);

    -- When a one-time code went out; never the code.
    create table order_code (
      no integer primary key autoincrement,
      conversation_id text not null,
      order_id text not null,
      message_id text not null,
      sent_at integer not null
    ) strict;
    create index order_code_of_message on order_code (message_id);
    create index order_code_of_conversation on order_code (conversation_id, sent_at);
    create index order_code_of_order on order_code (order_id, sent_at);

    create virtual table order_search using fts5 (
      body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'"
    );
    create virtual table product_search using fts5 (
      name, words, body, content = '', contentless_delete = 1,
      tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co So'"
    );
  `,
}
