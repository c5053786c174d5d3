// Keeps what somebody filled in, in this browser only: one record (checklist-record.js) for each
// notice and form, for several notices may be published on one host.

class ChecklistStore {
  // `formerly`: today's title for each that a column or blank had before. `fingerprints`: those of
  // the form's rows. `onTrouble` is given a kind of trouble, or null when saving works again.
  constructor({ form, notice, version, formerly, fingerprints }, onTrouble) {
    this.key = `checklist:${notice}:${form}`;
    this.asideKey = `${this.key}:damaged`;
    this.formerKey = `checklist:${form}`; // of the time before the notice was part of the key
    this.version = version;
    this.formerly = formerly;
    this.onTrouble = onTrouble;
    this.locked = false; // something unreadable could not be put aside: it is not overwritten
    this.pending = new Map(); // what is on the screen and could not be written
    this.takeOver(new Set(fingerprints));
  }

  // What is stored now, whichever tab wrote it, and what could not be written yet.
  read() {
    const record = this.stored();
    for (const change of this.pending.values()) change(record);
    return record;
  }

  stored() {
    let text;
    try {
      text = localStorage.getItem(this.key);
    } catch (error) {
      this.onTrouble("blocked");
      return ChecklistRecord.empty();
    }
    if (text === null) return ChecklistRecord.empty();
    try {
      return ChecklistRecord.renamed(ChecklistRecord.checked(JSON.parse(text)), this.formerly);
    } catch (error) {
      this.locked = !this.putAside(this.key);
      this.onTrouble("damaged");
      return ChecklistRecord.empty();
    }
  }

  // Each record that cannot be read has a key of its own: none replaces another.
  putAside(from) {
    let to = this.asideKey;
    try {
      for (let number = 2; localStorage.getItem(to) !== null; number += 1) to = `${this.asideKey}-${number}`;
    } catch (error) {
      return false;
    }
    return this.move(from, to);
  }

  move(from, to) {
    const text = localStorage.getItem(from);
    localStorage.removeItem(from); // first, for the storage may be too full for both
    try {
      localStorage.setItem(to, text);
      return true;
    } catch (error) {
      localStorage.setItem(from, text);
      return false;
    }
  }

  // A record under the former key is this notice's if a row of it has the words of a row here.
  takeOver(fingerprints) {
    try {
      if (localStorage.getItem(`${this.formerKey}:damaged`) !== null) this.putAside(`${this.formerKey}:damaged`);
      const text = localStorage.getItem(this.formerKey);
      if (text === null) return;
      let ours = true;
      try {
        const rows = Object.values(ChecklistRecord.checked(JSON.parse(text)).rows);
        ours = !rows.length || rows.some((row) => fingerprints.has(row.words));
      } catch (error) {
        // Unreadable: it is found to be so again under the new key, put aside and reported.
      }
      if (!ours) return;
      if (localStorage.getItem(this.key) === null) this.move(this.formerKey, this.key);
      else this.putAside(this.formerKey);
    } catch (error) {
      this.onTrouble("blocked");
    }
  }

  // Records of this form that the page does not show: [what it is, its text].
  others() {
    const found = [];
    try {
      for (let at = 0; at < localStorage.length; at += 1) {
        const key = localStorage.key(at);
        const kind = key === this.formerKey ? "former" : key.startsWith(this.asideKey) && "aside";
        if (kind) found.push([kind, localStorage.getItem(key)]);
      }
    } catch (error) {
      // Nothing can be read, which is reported already.
    }
    return found;
  }

  // `name` says what is changed: a later change of the same takes its place.
  write(name, change) {
    this.pending.delete(name);
    this.pending.set(name, change);
    const record = this.read();
    record.version = this.version;
    this.save(record);
    return record;
  }

  save(record) {
    try {
      if (this.locked) throw new Error("locked");
      localStorage.setItem(this.key, JSON.stringify(record));
      this.pending.clear();
      this.onTrouble(null);
      return true;
    } catch (error) {
      this.onTrouble(error.name === "QuotaExceededError" ? "full" : "blocked");
      return false;
    }
  }

  setHead(label, text) {
    return this.write(label, (record) => {
      if (text) record.head[label] = text;
      else delete record.head[label];
    });
  }

  setField(id, title, text, words) {
    return this.write(`${id} ${title}`, (record) => {
      const row = record.rows[id] || { words, fields: {} };
      if (text) row.fields[title] = text;
      else delete row.fields[title];
      row.words = words;
      if (Object.keys(row.fields).length) record.rows[id] = row;
      else delete record.rows[id];
    });
  }

  // What comes from a file is added; where both have a field, the file's is used. Gives the texts
  // that it replaced: [id or "", title, text]. Throws an error where it could not be stored.
  merge(other) {
    const record = this.read();
    const replaced = [];
    const put = (id, old, found) => {
      for (const [title, text] of Object.entries(found)) {
        if (!text) continue;
        if (old[title] && old[title] !== text) replaced.push([id, title, old[title]]);
        old[title] = text;
      }
    };
    put("", record.head, other.head);
    for (const [id, row] of Object.entries(other.rows)) {
      const old = record.rows[id] || { fields: {} };
      put(id, old.fields, row.fields);
      record.rows[id] = { words: row.words, fields: old.fields };
    }
    record.version = this.version;
    if (!this.save(record)) throw new Error("这台电脑没有存下，原有内容没有变动");
    return replaced;
  }

  // Everything of this form, also what was put aside. Says whether it is gone.
  clear() {
    try {
      const own = Object.keys(localStorage).filter((key) => key === this.key || key.startsWith(this.asideKey));
      for (const key of own) localStorage.removeItem(key);
    } catch (error) {
      return false;
    }
    this.pending.clear();
    this.locked = false;
    this.onTrouble(null);
    return true;
  }
}
