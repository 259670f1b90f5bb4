-- Version 9 also keeps the words of a question as it was asked: here those of the open round.
INSERT INTO contents (id, hash, body) VALUES
  (1, 'e320955b3b014325297d3baaff75ec56862cc1f791b7fe2f6f05fecb0b6360e4', '{"topicTitle":"Topic","stem":"Which one?","options":[{"id":"a","text":"Option a"},{"id":"b","text":"Option b"},{"id":"c","text":"Option c"},{"id":"d","text":"Option d"}],"explanation":"Because it is b.","whyNot":{"a":"No.","c":"No.","d":"No."},"keyPoint":"It is b.","note":null,"sources":[]}');
UPDATE rounds SET content_id = 1 WHERE state = 'open';
