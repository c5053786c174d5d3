// Take what was filled in to another computer (JSON), or to whoever collects it: a CSV with the
// columns, head and foot of the form's workbook. scripts/merge.py reads CSV and workbook.

const ChecklistFiles = (() => {
  const LARGEST = 16 * 2 ** 20; // bytes: no browser stores a record of more

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

  function saveJson({ form, notice, version }, record) {
    const text = JSON.stringify({ form, notice, version, head: record.head, rows: record.rows }, null, 1);
    save(`${form}-${today()}.json`, text, "application/json");
  }

  // A spreadsheet takes a cell that begins so for a formula, and one of digits and signs alone for a
  // number or a date: 00123, 3-5 and long numbers lose what was typed. ' keeps it a text, and
  // returns/ takes the mark off again. Short whole numbers and percentages come to no harm.
  const FORMULA = /^[=+\-@＝＋－＠'\t\r\n]/;
  const NUMBER = /^[\d０-９a-zａ-ｚ\s.,:;/\\()%#$€£¥￥％．，：／（）·~*^_+\-－—–年月日号时分秒点上下午星期周]*$/i;
  const DIGIT = /[\d０-９]|^(true|false)$/i;
  const HARMLESS = /^(0|[1-9]\d{0,9})%?$|^item-[\d-]+$/;
  const asText = (text) => FORMULA.test(text) || (DIGIT.test(text) && NUMBER.test(text) && !HARMLESS.test(text));

  const cell = (text) => {
    const safe = asText(text) ? `'${text}` : text;
    return /[",;\t\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  };

  function saveCsv(form, lines) {
    const text = lines.map((line) => line.map(cell).join(",")).join("\r\n");
    save(`${form}-${today()}.csv`, `\ufeff${text}\r\n`, "text/csv");
  }

  function bytes(file) {
    return new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.onerror = () => reject(new Error("文件读不出来"));
      reader.readAsArrayBuffer(file);
    });
  }

  // The record in a backup of this form; throws an error that says in Chinese what is wrong.
  async function readJson(file, { form, notice }) {
    if (file.size > LARGEST) throw new Error("文件超过 16 MB，不是本页导出的文件");
    const content = await bytes(file);
    let found;
    try {
      found = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(content));
    } catch (error) {
      throw new Error("这不是本页导出的文件，或者导出之后另存过");
    }
    if (typeof found !== "object" || found === null || Array.isArray(found)) {
      throw new Error("这不是本页导出的文件");
    }
    if (found.form !== form) throw new Error(`这是另一张表的文件：${said(found.form)}`);
    // Backups of earlier versions do not name the notice.
    if ("notice" in found && found.notice !== notice) throw new Error(`这是另一份通知的文件：${said(found.notice)}`);
    delete found.form;
    delete found.notice;
    return ChecklistRecord.checked(found);
  }

  const said = (value) => (typeof value === "string" ? value : "没有写明");

  return { save, saveJson, saveCsv, readJson };
})();
