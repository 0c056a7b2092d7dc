/* Words Streamlit draws by itself, in English whatever the page's language: one table, one script.
 *
 * Whole texts only, never parts of ours; and only while the page is not in English.
 */
(() => {
  const WORDS = {
    "Upload": "Unggah",
    "Browse files": "Pilih berkas",
    "Drag and drop file here": "Letakkan berkas di sini",
    "Drag and drop files here": "Letakkan berkas di sini",
    "Drag and drop a file here": "Letakkan berkas di sini",
    "Select all": "Pilih semua",
    "Clear all": "Hapus semua",
    "Clear value": "Kosongkan",
    "No results": "Tidak ada yang cocok",
    "Choose an option": "Pilih satu",
    "Choose options": "Pilih",
    "Copy to clipboard": "Salin",
    "Copied": "Tersalin",
    "Copied!": "Tersalin",
    "Link to heading": "Tautan ke judul ini",
    "Fullscreen": "Layar penuh",
    "Close fullscreen": "Tutup layar penuh",
    "Download as CSV": "Unduh CSV",
    "Search": "Cari",
    "Show/hide columns": "Tampilkan atau sembunyikan kolom",
    "Sort ascending": "Urutkan naik",
    "Sort descending": "Urutkan turun",
    "Pin column": "Sematkan kolom",
    "Unpin column": "Lepas sematan kolom",
    "Hide column": "Sembunyikan kolom",
    "Autosize": "Sesuaikan lebar",
    "Format": "Format",
    "Rerun": "Muat lagi",
    "Settings": "Pengaturan",
    "Print": "Cetak",
    "Main menu": "Menu utama",
    "Running...": "Memuat …",
    "Stop": "Hentikan",
    "Connecting": "Menyambung",
    "Page not found": "Halaman tidak ditemukan",
    "The page that you have requested does not seem to exist. Running the app's main page.":
      "Halaman yang diminta tidak ada; yang ditampilkan Beranda.",
    "add icon": "tambah",
    "Theme": "Tema",
    "Copy version to clipboard": "Salin nomor versi",
    "Type to search": "Ketik yang dicari",
    "Previous Result": "Hasil sebelumnya",
    "Next Result": "Hasil berikutnya",
    "Close Search": "Tutup pencarian",
    "Choose date": "Pilih tanggal",
    "Close": "Tutup",
    "Light": "Terang",
    "Dark": "Gelap",
    "System": "Ikuti perangkat",
    "Wide mode": "Mode lebar",
    "About": "Tentang",
    "Skip to main content": "Langsung ke isi halaman",
    "Navigate to home page": "Ke Beranda",
    "Expand sidebar": "Buka menu",
    "Collapse sidebar": "Tutup menu",
    "Sidebar": "Menu",
    "App pages": "Halaman",
    "Open": "Buka pilihan",
    "Increment": "Tambah",
    "Decrement": "Kurangi",
    "Selected values": "Yang terpilih",
    "file upload": "unggah berkas",
    "Add files": "Tambah berkas",
    "Add row": "Tambah baris",
    "Delete row(s)": "Hapus baris",
    "Clear selection": "Hapus pilihan",
    "Connection error": "Sambungan ke server terputus",
    "Connection timed out": "Server tidak menjawab",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
      "Aplikasi di komputer ini tidak menjawab. Bila berhenti tanpa sengaja, jalankan lagi di terminal:",
    "Dismiss": "Tutup",
    "Reset": "Kembalikan",
    "Statistics": "Ringkasan angka",
    "Automatic": "Otomatis",
    "Localized": "Menurut peramban",
    "Plain": "Polos",
    "Compact": "Ringkas",
    "Percent": "Persen",
    "Scientific": "Ilmiah",
    "Accounting": "Akuntansi",
    "Calendar": "Kalender",
    "Distance": "Selisih waktu",
    "Record a screencast": "Rekam layar",
    "Record screen": "Rekam layar",
    "Clear cache": "Kosongkan singgahan",
  };
  const PATTERNS = [
    [/^(\d+)\s?MB per file(.*)$/, "Paling besar $1 MB sebuah berkas$2"],
    [/^Limit (\d+)\s?MB per file(.*)$/, "Paling besar $1 MB sebuah berkas$2"],
    [/^Help for (.*)$/, "Penjelasan: $1"],
    [/^Remove (.*)$/, "Hapus $1"],
    [/^(\d+) more$/, "$1 lainnya"],
    [/^(\d+) options? available\.$/, "$1 pilihan tersedia."],
    [/^File must be (\d+)(?:[.,]0)?\s?MB or smaller\.$/, "Berkas paling besar $1 MB."],
    [/^(.*) files are not allowed\.$/, "Berkas jenis $1 tidak diterima di sini."],
    [/^Choose date, (.*)$/, "Pilih tanggal, $1"],
    [/^day, (.*)$/, "hari, $1"],
    [/^month, (.*)$/, "bulan, $1"],
    [/^year, (.*)$/, "tahun, $1"],
    [/^Press Enter to apply$/, "Tekan Enter untuk memakai"],
    [/^You have requested page \/(\S+), but no corresponding file was found.*$/, "Halaman “$1” tidak ada; yang ditampilkan Beranda."],
  ];
  const NAMES = ["aria-label", "title", "placeholder"];
  const english = () => new URLSearchParams(location.search).get("lang") === "en";
  const said = (text) => {
    const whole = text.trim();
    if (!whole) return null;
    if (Object.hasOwn(WORDS, whole)) return WORDS[whole];
    for (const [pattern, words] of PATTERNS) if (pattern.test(whole)) return whole.replace(pattern, words);
    return null;
  };
  const text = (node) => {
    // A text of the data stands in Markdown, in a cell, in a picture or in our own blocks; those are never
    // touched. The menu of pages holds none.
    const within = (which) => node.parentElement?.closest(which);
    if (within("[data-testid='stMarkdownContainer'], .sk, .sk-diam, .stage, textarea, pre") && !within("[data-testid='stTopNav']")) return;
    const words = said(node.nodeValue);
    if (words !== null && words !== node.nodeValue) node.nodeValue = words;
  };
  const names = (element) => {
    for (const name of NAMES) {
      const value = element.getAttribute(name);
      const words = value && said(value);
      if (words && words !== value) element.setAttribute(name, words);
    }
  };
  // The map's frame is named after its package, in either language.
  const frames = (root) => {
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    const found = root.matches("iframe") ? [root] : root.querySelectorAll("iframe");
    for (const frame of found) {
      if (frame.title.startsWith("streamlit_folium")) frame.setAttribute("aria-label", english() ? "Map" : "Peta");
    }
  };
  const walk = (root) => {
    if (root.nodeType === Node.TEXT_NODE) text(root);
    if (root.nodeType !== Node.ELEMENT_NODE || root.matches(".sk-diam")) return;
    names(root);
    for (const element of root.querySelectorAll(NAMES.map((name) => `[${name}]`).join())) names(element);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) text(walker.currentNode);
  };
  const observer = new MutationObserver((changes) => {
    // Written anew, even the same language makes the browser reckon the look of the whole page again.
    const lang = english() ? "en" : "id";
    if (document.documentElement.lang !== lang) document.documentElement.lang = lang;
    for (const change of changes) change.addedNodes.forEach(frames);
    if (english()) return;
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(walk);
      else if (change.type === "attributes") names(change.target);
      else text(change.target);
    }
  });
  observer.observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMES,
  });
})();
