// The shape of what was filled in, in the storage and in a backup: by permanent id, only texts.
// {version, head: {label: text}, rows: {id: {words, fields: {title: text}}}}
// `words` is a fingerprint of the row as it read when it was filled in.

const ChecklistRecord = (() => {
  const isText = (value) => typeof value === "string";

  function refuse(reason) {
    throw new Error(reason);
  }

  function group(value, where) {
    const plain = typeof value === "object" && value !== null && !Array.isArray(value);
    if (!plain) refuse(`${where}应是一组内容`);
    const foreign = Object.keys(value).find((key) => key in {});
    if (foreign) refuse(`${where}里有不能用的名称“${foreign}”`);
    return value;
  }

  function only(value, where, parts) {
    const missing = parts.find((part) => !(part in group(value, where)));
    if (missing) refuse(`${where}缺少“${missing}”`);
    const more = Object.keys(value).find((part) => !parts.includes(part));
    if (more) refuse(`${where}多出“${more}”`);
  }

  function texts(value, where) {
    for (const [name, text] of Object.entries(group(value, where))) {
      if (!isText(text)) refuse(`${where}的“${name}”应是文字`);
    }
  }

  // The record as it is given; throws an error that says in Chinese what is wrong with its shape.
  function checked(record) {
    only(record, "文件", ["version", "head", "rows"]);
    if (!isText(record.version)) refuse("“version”应是文字");
    texts(record.head, "表头和表尾");
    for (const [id, row] of Object.entries(group(record.rows, "各行"))) {
      if (!Ids.isTask(id)) refuse(`“${id}”不是任务编号`);
      only(row, id, ["words", "fields"]);
      if (!isText(row.words)) refuse(`${id}的“words”应是文字`);
      texts(row.fields, id);
    }
    return record;
  }

  const empty = () => ({ version: "", head: {}, rows: {} });

  // What was written under an earlier title is moved to today's; where both hold something
  // different, both stay, and the page reports the one that it cannot show.
  function renamed(record, formerly) {
    const today = (found) => {
      for (const [old, title] of Object.entries(formerly)) {
        if (!found[old] || (found[title] && found[title] !== found[old])) continue;
        found[title] = found[old];
        delete found[old];
      }
    };
    today(record.head);
    for (const row of Object.values(record.rows)) today(row.fields);
    return record;
  }

  return { checked, empty, renamed };
})();
