create table if not exists request (
  id uuid primary key,
  version bigint not null,
  stage text not null,
  service text not null,
  kind text,
  channel text not null,
  description text not null,
  address text,
  lat double precision,
  lon double precision,
  requested_at timestamptz not null
);

create table if not exists request_row (
  id uuid primary key,
  last_seq bigint not null,
  service text not null,
  kind text,
  channel text not null,
  lat double precision,
  lon double precision,
  requested_at timestamptz not null
);

-- The table of the event publication registry, with only the indexes that completion-mode=delete can use. Publications
-- are deleted by id, and publications left by a crash are found by age. Modulith's own schema also has a hash index of
-- every serialized event.
create table if not exists event_publication (
  id uuid primary key,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz,
  status text,
  completion_attempts int,
  last_resubmission_date timestamptz
);

create index if not exists event_publication_by_date on event_publication (publication_date);
