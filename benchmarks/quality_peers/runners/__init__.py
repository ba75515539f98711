"""One script a tool, run inside the tool's own environment: sentences in, spans out, a JSON object a line.

In: `{"id", "text", "published"}`. Out: `{"id", "spans": [{"start", "end", "dim", "figures", "unit", "bound"}]}`, where `figures`
lists the readings that the tool offers, each as low and high (text), and `unit` is what the tool calls it. `"error"` stands
beside them where the tool failed on the sentence. This package and those above it import nothing, so any environment can run it.
"""
