// Take what was filled in to another computer (JSON), or to whoever collects it: a CSV with the
// columns, head and foot of the form's workbook. scripts/merge.py reads CSV and workbook.

const ChecklistFiles = (() => {
  function save(name, text, type) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
  }

  function saveJson(form, version, record) {
    const text = JSON.stringify({ form, version, head: record.head, rows: record.rows }, null, 1);
    save(`${form}-${today()}.json`, text, "application/json");
  }

  // A cell that begins like a formula is one to a spreadsheet.
  const cell = (text) => {
    const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };

  function saveCsv(form, lines) {
    const text = lines.map((line) => line.map(cell).join(",")).join("\r\n");
    save(`${form}-${today()}.csv`, `\ufeff${text}\r\n`, "text/csv");
  }

  async function readJson(file, form) {
    let record;
    try {
      record = JSON.parse(await file.text());
    } catch {
      throw new Error("这不是本页导出的文件");
    }
    if (record?.form !== form) throw new Error(`这是另一张表的文件：${record?.form ?? "不明"}`);
    if (typeof record.rows !== "object" || typeof record.head !== "object") throw new Error("文件内容不完整");
    return record;
  }

  return { saveJson, saveCsv, readJson };
})();
