// What somebody filled in, kept in this browser only, by permanent id. One record for each form:
// {version, head: {label: text}, rows: {id: {words, fields: {title: text}}}}
// `words` is a fingerprint of the row as it read when it was filled in.

class ChecklistStore {
  // `formerly`: the title of today for each that a column or blank had before.
  constructor(form, version, formerly, onTrouble) {
    this.key = `checklist:${form}`;
    this.version = version;
    this.formerly = formerly;
    this.onTrouble = onTrouble;
    this.unsaved = false; // what is on the screen could not be written
    this.memory = { head: {}, rows: {} };
    this.memory = this.read();
  }

  // Read anew before each change: another tab may have written meanwhile.
  read() {
    if (this.unsaved) return this.memory;
    let text;
    try {
      text = localStorage.getItem(this.key);
    } catch {
      this.onTrouble("blocked");
      return this.memory;
    }
    if (!text) return { head: {}, rows: {} };
    try {
      const record = JSON.parse(text);
      if (typeof record.rows !== "object" || typeof record.head !== "object") throw new Error("shape");
      return this.renamed(record);
    } catch {
      this.keepDamaged(text);
      this.onTrouble("damaged");
      return this.memory;
    }
  }

  // What was written under an earlier title stays; where both are there, today's holds.
  renamed(record) {
    const today = (found) => {
      for (const [old, title] of Object.entries(this.formerly)) {
        if (!(old in found)) continue;
        if (!(title in found)) found[title] = found[old];
        delete found[old];
      }
    };
    today(record.head);
    for (const row of Object.values(record.rows)) today(row.fields);
    return record;
  }

  keepDamaged(text) {
    try {
      localStorage.setItem(`${this.key}:damaged`, text);
      localStorage.removeItem(this.key);
    } catch {
      // Then it stays where it is; nothing is overwritten before the next change.
    }
  }

  write(change) {
    const record = this.read();
    change(record);
    record.version = this.version;
    this.memory = record;
    try {
      localStorage.setItem(this.key, JSON.stringify(record));
      this.unsaved = false;
      return true;
    } catch (error) {
      this.unsaved = true;
      this.onTrouble(error.name === "QuotaExceededError" ? "full" : "blocked");
      return false;
    }
  }

  setHead(label, text) {
    return this.write((record) => {
      if (text) record.head[label] = text;
      else delete record.head[label];
    });
  }

  setField(id, title, text, words) {
    return this.write((record) => {
      const row = record.rows[id] ?? { words, fields: {} };
      if (text) row.fields[title] = text;
      else delete row.fields[title];
      row.words = words;
      if (Object.keys(row.fields).length) record.rows[id] = row;
      else delete record.rows[id];
    });
  }

  // What comes from a file is added; where both have a field, the file's wins.
  merge(other) {
    this.renamed(other);
    return this.write((record) => {
      Object.assign(record.head, other.head);
      for (const [id, row] of Object.entries(other.rows)) {
        const fields = { ...record.rows[id]?.fields, ...row.fields };
        record.rows[id] = { words: row.words, fields };
      }
    });
  }

  clear() {
    return this.write((record) => { record.head = {}; record.rows = {}; });
  }
}
