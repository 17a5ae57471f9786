import GRDB

/// The tables of a library, and how to tell one from other files.
///
/// What is derived from the files (`file` to `story_chunk`) can be thrown away and made again. What people did stands apart, and refers
/// to stories by number together with path, item and digest, so that it finds them again in a library made anew.
enum Schema {
  /// Also stands for the forms of the stored blobs: raise it when any of them changes.
  static let version = 2
  /// "RgWt", so that the database of another program is not taken for a library.
  static let applicationID: Int32 = 0x5267_5774

  static let people = """
    -- Counters: revision, content_revision, epoch, next_story.
    CREATE TABLE counter(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    INSERT INTO counter VALUES ('revision', 0), ('content_revision', 0), ('epoch', 0), ('next_story', 1);

    -- Sets of marked stories, one row for each of read, starred, tag:…; a sealed bitmap of story numbers.
    CREATE TABLE mark_set(name TEXT PRIMARY KEY, revision INTEGER NOT NULL, stories BLOB NOT NULL);
    -- How to find a marked story again: file, place in it, and digest of the file.
    CREATE TABLE marked_story(story INTEGER PRIMARY KEY, path BLOB NOT NULL, item TEXT NOT NULL, digest BLOB NOT NULL);
    CREATE INDEX marked_story_by_path ON marked_story(path, item);
    CREATE INDEX marked_story_by_digest ON marked_story(digest, item);
    CREATE TABLE saved_filter(name TEXT PRIMARY KEY, place INTEGER NOT NULL, query TEXT NOT NULL);
    CREATE TABLE look(id INTEGER PRIMARY KEY, revision INTEGER NOT NULL, day INTEGER NOT NULL);
    """

  static let derived = """
    CREATE TABLE file(
      id INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE, root BLOB NOT NULL, size INTEGER NOT NULL, mtime INTEGER NOT NULL,
      device INTEGER NOT NULL, inode INTEGER NOT NULL, digest BLOB NOT NULL, status TEXT NOT NULL, reason TEXT, notes TEXT NOT NULL,
      reader TEXT NOT NULL, format TEXT, read_at INTEGER NOT NULL, micros INTEGER NOT NULL);
    -- Totals of the coverage are read from this alone: 0.2 s in the place of 1 s for a million files.
    CREATE INDEX file_ledger ON file(status, format, size, micros);
    CREATE TABLE story(
      id INTEGER PRIMARY KEY, file INTEGER NOT NULL REFERENCES file(id), item TEXT NOT NULL, place INTEGER NOT NULL, identity TEXT,
      title TEXT NOT NULL, body_start INTEGER NOT NULL, date INTEGER NOT NULL, date_origin TEXT NOT NULL, kind TEXT NOT NULL,
      language TEXT, source TEXT, author TEXT, url TEXT, member TEXT);
    CREATE INDEX story_by_file ON story(file);
    -- Apart from story, so that listing and sorting by title do not read past every text.
    CREATE TABLE story_text(id INTEGER PRIMARY KEY REFERENCES story(id), heading TEXT, text TEXT NOT NULL, findings BLOB NOT NULL, form BLOB);
    CREATE VIRTUAL TABLE story_search USING fts5(
      heading, text, content='story_text', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
    -- A larger buffer and fewer merges while loading: 2.6 s in the place of 3.3 s for 20,000 stories of 3 kB.
    INSERT INTO story_search(story_search, rank) VALUES ('hashsize', 16777216);
    INSERT INTO story_search(story_search, rank) VALUES ('automerge', 8);
    -- By which near-duplicates are found when further stories come (NearDuplicates); not in the chunks, which every opening reads.
    CREATE TABLE sketch(story INTEGER PRIMARY KEY, week INTEGER NOT NULL, bins BLOB NOT NULL);
    CREATE INDEX sketch_by_week ON sketch(week);
    CREATE TABLE term(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, text TEXT NOT NULL, name TEXT);
    CREATE TABLE story_chunk(number INTEGER PRIMARY KEY, revision INTEGER NOT NULL, columns BLOB NOT NULL);
    """

  static let dropDerived = """
    DROP TABLE IF EXISTS story_search; DROP TABLE IF EXISTS story_text; DROP TABLE IF EXISTS story; DROP TABLE IF EXISTS file;
    DROP TABLE IF EXISTS sketch; DROP TABLE IF EXISTS term; DROP TABLE IF EXISTS story_chunk;
    DROP TABLE IF EXISTS passed_over;
    """

  /// Before anything is written to a file: refuses what is newer, or none of ours.
  static func check(_ db: Database, path: String) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if application == applicationID {
      if version > Self.version { throw LibraryError.newer(path: path, found: version, known: Self.version) }
    } else if try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0 > 0 {
      throw LibraryError.cannotOpen(path: path, reason: "it is the database of another program")
    }
  }

  /// Makes the tables of a new library, and those derived from the files anew in an older one: what people did stays, and attaches again
  /// as the files are read. Two programs may try at once: the second finds them made.
  static func createIfNeeded(_ db: Database) throws {
    guard try Int.fetchOne(db, sql: "PRAGMA user_version") != version else { return }
    try db.inTransaction(.immediate) {
      let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      guard found < version else { return .commit }
      if found == 0 {
        try db.execute(sql: people)
        try db.execute(sql: derived)
        try db.execute(sql: UserNamesRecord.table)
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      } else {
        try renewDerived(db)
        // The first version lacks this one.
        if try !db.tableExists("user_names") { try db.execute(sql: UserNamesRecord.table) }
      }
      try db.execute(sql: "PRAGMA user_version = \(version)")
      return .commit
    }
  }

  /// Throws away all that was derived from files, for them to be read anew.
  static func renewDerived(_ db: Database) throws {
    let revision = try Counters.value("revision", db) + 1
    try db.execute(sql: dropDerived)
    try db.execute(sql: derived)
    try Counters.set("revision", to: revision, db)
    try Counters.set("content_revision", to: revision, db)
    try Counters.set("epoch", to: try Counters.value("epoch", db) + 1, db)
  }
}
