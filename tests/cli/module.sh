#!/bin/sh
# A pack whose files hold whole types: one module of Python for each version, and it runs.
. "$(dirname "$0")/steps.sh"
pack=$(cd "$(dirname "$0")" && pwd)/python

# What a reader of the pages expects of the module: bases, nested types, values of enumerations.
cat >use.py <<'END'
import graph
import graph_beta
from graph_beta import graph_beta_comms_operation, graph_beta_record_operation

read = graph_beta_record_operation.read({
    "id": "1", "clientContext": "x", "status": "completed", "resultInfo": {"code": 200}})
assert issubclass(graph_beta_record_operation, graph_beta_comms_operation)
assert "clientContext" not in graph_beta_record_operation.PROPERTIES
assert read["status"] is graph_beta.graph_beta_comms_operation_status.completed, read["status"]
assert type(read["resultInfo"]) is graph_beta.graph_beta_result_info, read["resultInfo"]
assert type(read["resultInfo"]["code"]) is int, read["resultInfo"]
assert type(graph.graph_result_info.read({})) is graph.graph_result_info
END

pages 0 generate --quiet --templates="$pack" --out=made
says made/graph.py "class graph_result_info(Object):"
says made/graph_beta.py "class graph_beta_record_operation(graph_beta_comms_operation):"
pages 0 generate --quiet --templates="$pack" --types=commsOperation --exclude=resultInfo --out=few
if python3 -c "" 2>/dev/null; then
    that env PYTHONPATH=made PYTHONDONTWRITEBYTECODE=1 python3 use.py
    that env PYTHONPATH=few PYTHONDONTWRITEBYTECODE=1 python3 -c "import graph"
else
    echo "there is no python3: the module was made, but not run" >&2
fi
finish
