// Reads all that is stored, verbatim, from localStorage and the journal. Its form is that of
// `storage::rescue`.

function readStore(raw) {
  try {
    var store = window.localStorage;
    for (var index = 0; index < store.length; index += 1) {
      var key = store.key(index);
      if (key.indexOf(STORED.PREFIX) === 0) {
        raw.local_storage[key] = store.getItem(key);
      }
    }
  } catch (error) {
    raw.unreadable.push("local storage: " + error);
  }
}

function readJournal(raw, done) {
  var answered = false;
  function answer(problem) {
    if (answered) {
      return;
    }
    answered = true;
    if (problem) {
      raw.unreadable.push("journal: " + problem);
    }
    done();
  }
  window.setTimeout(function () {
    answer("no answer");
  }, 3000);
  try {
    var opening = window.indexedDB.open(STORED.DATABASE);
    opening.onupgradeneeded = function () {
      // There is no journal. An empty database made here would be in the app's way.
      opening.transaction.abort();
    };
    opening.onerror = function (event) {
      event.preventDefault();
      answer("cannot be opened");
    };
    opening.onsuccess = function () {
      try {
        var database = opening.result;
        var reading = database
          .transaction(STORED.JOURNAL, "readonly")
          .objectStore(STORED.JOURNAL)
          .getAll();
        reading.onsuccess = function () {
          raw.journal = reading.result;
          database.close();
          answer();
        };
        reading.onerror = function () {
          answer("cannot be read");
        };
      } catch (error) {
        answer(String(error));
      }
    };
  } catch (error) {
    answer(String(error));
  }
}

function readEverything(done) {
  var raw = {
    format: STORED.RESCUE_FORMAT,
    version: STORED.RESCUE_VERSION,
    local_storage: {},
    journal: null,
    unreadable: []
  };
  readStore(raw);
  readJournal(raw, function () {
    var anything = raw.journal !== null && raw.journal.length > 0;
    for (var key in raw.local_storage) {
      anything = anything || key !== STORED.LOOK_KEY;
    }
    done(JSON.stringify(raw, null, 2), anything);
  });
}
