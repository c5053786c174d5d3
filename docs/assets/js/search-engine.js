// Ranks what is asked for. No engine with an index: 31 items are read whole in a millisecond, and
// an exact run of characters is what people type. Used by search-box.js.

const SearchEngine = (() => {
  const DIGITS = "零一二三四五六七八九";
  const LIST = { 行业: 6, 责任主体: 6, 条目: 4, 表单: 3, 页面: 2, 引用文件: 1, 术语: 0 };

  // Width, case, script, punctuation and spaces make no difference, and 三年 is 3年.
  function reader(pairs) {
    const simplified = new Map();
    const characters = [...pairs];
    for (let i = 0; i < characters.length; i += 2) simplified.set(characters[i], characters[i + 1]);
    const plain = (text) => [...text.normalize("NFKC").toLowerCase()]
      .map((c) => (DIGITS.includes(c) ? String(DIGITS.indexOf(c)) : simplified.get(c) || c));
    const wanted = /[\p{L}\p{N}]/u;
    return {
      plain,
      solid: (text) => plain(text).filter((c) => wanted.test(c)).join(""),
      words: (text) => plain(text).join("").split(/[^\p{L}\p{N}]+/u).filter(Boolean),
    };
  }

  function number(words) {
    if (/^\d+$/.test(words)) return Number(words);
    const match = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(words);
    if (!words || !match) return 0;
    const tens = match[2] ? (match[1] ? DIGITS.indexOf(match[1]) : 1) : 0;
    return tens * 10 + (match[3] ? DIGITS.indexOf(match[3]) : 0);
  }

  // 第十项, （十）, item-10, 第10项第3条 … and 10-9 for a task.
  function reference(query) {
    const text = query.normalize("NFKC").trim().toLowerCase();
    const task = /^(?:item-)?(\d{1,3})-(\d{1,3})$/.exec(text);
    if (task) return { item: Number(task[1]), task: Ids.fromShort(`${task[1]}-${task[2]}`) };
    const item = /^(?:item-|第)?\s*\(?([一二三四五六七八九十\d]{1,3})\)?\s*(?:项|項|条|條)?$/.exec(text);
    return item ? { item: number(item[1]) } : { item: 0 };
  }

  function prepare(data) {
    const read = reader(data.traditional);
    const entries = data.entries.map((entry, order) => {
      const texts = (entry.x || [])
        .map(([id, text, ours = ""]) => ({ id, text, solid: read.solid(text), ours: read.solid(ours) }));
      const title = read.solid(entry.t);
      const names = (entry.n || []).map(read.solid);
      const whole = texts.map((part) => part.solid).join("");
      const everything = [title, ...names, whole, ...texts.map((part) => part.ours)].join("|");
      return { ...entry, order, texts, title, names, whole, everything };
    });
    return { read, entries };
  }

  const pairs = (text) => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));

  function inOrder(query, title) {
    let at = 0;
    for (const character of query) {
      at = title.indexOf(character, at) + 1;
      if (!at) return false;
    }
    return true;
  }

  function count(text, part) {
    let found = 0;
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found += 1;
    return found;
  }

  // How well an entry answers, best first. What follows a plus sign below only orders equals; a kind
  // of entry counts by LIST. tests/macros/search_queries.tsv holds these numbers to what people ask.
  const POINTS = {
    number: 2000, // 第10项: the item itself
    title: 1000,
    name: 980, // another name of it, whole
    titleStart: 900,
    titlePart: 850,
    namePart: 690,
    text: 600, // its words hold the query as typed
    inOrder: 580, // the title has its characters in this order
    term: 560,
    allWords: 500, // each of several words, somewhere
    named: 450, // the query names it, and asks for something nearer
    termPart: 440,
    pairs: 300, // at most: the share of the query's pairs of characters that it has
    pairsInTitle: 60,
  };

  // 煤矿 by its pinyin: whole, by initials, or the beginning of it.
  function spelled({ p: ways = [] }, query) {
    if (!/^[a-z]{2,}$/.test(query)) return 0;
    if (ways.includes(query)) return POINTS.name;
    return query.length > 3 && ways.some((way) => way.startsWith(query) || way.endsWith(query)) ? POINTS.namePart : 0;
  }

  function score(entry, query, words, asked) {
    const { title, names, whole } = entry;
    const list = LIST[entry.k] || 0;
    if (asked && entry.u === `items/${asked}/`) return POINTS.number;
    if (entry.k === "术语") return title === query || names.includes(query) ? POINTS.term : title.includes(query) ? POINTS.termPart : 0;
    const byPinyin = spelled(entry, query);
    if (byPinyin) return byPinyin + list;
    if (title === query) return POINTS.title + list;
    if (names.includes(query)) return POINTS.name + list;
    // A short title that begins so is nearer than a long one.
    if (title.startsWith(query)) return POINTS.titleStart + list - title.length / 10;
    if (title.includes(query)) return POINTS.titlePart + list - title.length / 10;
    if (list > 1 && query.length > 1 && names.some((name) => name.includes(query))) return POINTS.namePart + list;
    if (whole.includes(query)) return POINTS.text + 20 * list / 6 + Math.min(count(whole, query), 5);
    if (query.length > 2 && inOrder(query, title)) return POINTS.inOrder + list - title.length / 10;
    const { everything } = entry;
    if (words.length > 1 && words.every((word) => everything.includes(word))) {
      const inTitle = words.filter((word) => title.includes(word)).length;
      return POINTS.allWords + 10 * inTitle + list;
    }
    // 煤矿智能化改造进度 names 煤矿, and asks for something nearer if there is any.
    const named = [title, ...names].filter((name) => /\p{L}{2}/u.test(name) && query.includes(name));
    if (named.length && list > 3) return POINTS.named + Math.max(...named.map((name) => name.length));
    const asks = [...new Set(pairs(query))];
    if (!asks.length) return 0;
    const hits = asks.filter((pair) => everything.includes(pair)).length / asks.length;
    const titled = asks.filter((pair) => title.includes(pair)).length / asks.length;
    return hits >= 0.5 ? POINTS.pairs * hits + POINTS.pairsInTitle * titled + list : 0;
  }

  // The part of an entry that answers, where the query stands whole or else most of its pairs.
  function place(entry, query, words) {
    const whole = entry.texts.find((part) => part.solid.includes(query));
    if (whole) return whole;
    const asks = words.length > 1 ? words : pairs(query);
    return most(entry, (part) => asks.filter((ask) => part.solid.includes(ask)).length);
  }

  const most = (entry, rate) => entry.texts.reduce((best, part) => (rate(part) > (best ? rate(best) : 0) ? part : best), undefined);

  function search({ read, entries }, typed, limit = 20) {
    const query = read.solid(typed);
    if (!query) return [];
    const words = read.words(typed);
    const { item, task } = reference(typed);
    return entries
      .filter((entry) => entry.k !== "入口")
      .map((entry) => ({ entry, score: score(entry, query, words, item) }))
      .filter((result) => result.score > 0)
      .sort((a, b) => b.score - a.score || a.entry.order - b.entry.order)
      .slice(0, limit)
      .map(({ entry }) => ({
        entry,
        part: entry.texts.find((part) => part.id && part.id === task) || place(entry, query, words),
      }));
  }

  // Where nothing is found: what shares most with it, in its own words or in what the editors ask
  // about it. The rarer a character or a pair of them is, the more it says.
  function nearest({ read, entries }, typed, limit = 3) {
    const query = read.solid(typed);
    const asks = [...new Set([...query, ...pairs(query)])]
      .map((ask) => ({ ask, found: entries.filter((entry) => entry.everything.includes(ask)).length }))
      .filter(({ found }) => found);
    const worth = ({ ask, found }) => (ask.length > 1 ? 3 : 1) * Math.log((entries.length + 1) / found);
    const shared = (text) => asks.filter(({ ask }) => text.includes(ask)).reduce((sum, ask) => sum + worth(ask), 0);
    return entries
      .filter((entry) => entry.k !== "入口")
      .map((entry) => ({ entry, score: shared(entry.everything) * (LIST[entry.k] > 3 ? 1 : 0.7) + shared(entry.title) / 4 }))
      .filter((result) => result.score > 0)
      .sort((a, b) => b.score - a.score || a.entry.order - b.entry.order)
      .slice(0, limit)
      .map(({ entry }) => ({ entry, part: most(entry, (part) => shared(part.solid + "|" + part.ours)) }));
  }

  // The doors of the home page: lists of forms for each who takes one away.
  const doors = ({ entries }) => entries.filter((entry) => entry.k === "入口").map((entry) => ({ entry }));

  // A text in pieces, each with whether it was asked for.
  function marked({ read }, text, typed) {
    const query = read.solid(typed);
    const characters = [...text];
    const plain = characters.map((c) => read.solid(c));
    const line = plain.join("");
    const hit = new Set();
    const ask = (part) => {
      for (let at = line.indexOf(part); part && at >= 0; at = line.indexOf(part, at + 1)) {
        for (let i = at; i < at + part.length; i += 1) hit.add(i);
      }
    };
    ask(query);
    if (!hit.size) read.words(typed).filter((word) => word !== query).forEach(ask);
    if (!hit.size) pairs(query).forEach(ask);
    const pieces = [];
    let position = 0;
    characters.forEach((character, at) => {
      const inside = plain[at] ? hit.has(position) : hit.has(position - 1) && hit.has(position);
      position += plain[at].length;
      const last = pieces[pieces.length - 1];
      if (last && last.hit === inside) last.text += character;
      else pieces.push({ text: character, hit: inside });
    });
    return pieces;
  }

  return { prepare, search, nearest, doors, marked };
})();
