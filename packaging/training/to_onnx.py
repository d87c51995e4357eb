"""Writes a trained network as an ONNX graph with 8-bit weights, for onnxruntime to run.

``python packaging/training/to_onnx.py WEIGHTS.pt OUT.onnx``. The graph reads one window at a time:
``pieces`` and ``cases`` (int64, one a word piece) and ``firsts`` (int64, one a word), and answers
with rows a word: ``tags``, ``asks``, ``answers``, ``names``, ``meaning`` (float32); and once with
``distance``. The same weights give the same bytes.
"""

import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from encoder import HEADS, LAYERS, WIDTH, Reader
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor

OPSET, IR = 17, 9
AT_WORDS = "at_words"


class Graph:
    """Collects nodes and constants; each call returns the name of its output."""

    def __init__(self, weights: dict[str, Tensor]) -> None:
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        """Keep a constant under a name and return the name."""
        array = np.ascontiguousarray(value)
        self.constants.setdefault(name, numpy_helper.from_array(array, name))
        return name

    def weight(self, name: str, *, turned: bool = False) -> str:
        """Return a weight of the network as a constant, transposed for MatMul if ``turned``."""
        value = self.weights[name].float().numpy()
        return self.constant(f"{name}.t" if turned else name, value.T if turned else value)

    def node(self, kind: str, *given: str, out: str = "", **settings: object) -> str:
        """Add a node with one output."""
        name = out or f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(given), [name], name=name, **settings))
        return name

    def dense(self, x: str, name: str, out: str = "") -> str:
        """Multiply by a layer's weights and add its bias."""
        turned = self.node("MatMul", x, self.weight(f"{name}.weight", turned=True))
        return self.node("Add", turned, self.weight(f"{name}.bias"), out=out)

    def norm(self, x: str, name: str) -> str:
        """Normalise the last dimension."""
        scale, bias = self.weight(f"{name}.weight"), self.weight(f"{name}.bias")
        return self.node("LayerNormalization", x, scale, bias, axis=-1, epsilon=1e-12)

    def numbers(self, *values: int) -> str:
        """Return whole numbers as a constant."""
        return self.constant("n" + "_".join(map(str, values)), np.array(values, np.int64))

    def number(self, value: float) -> str:
        """Return one number as a constant."""
        return self.constant(f"f{value}", np.array(value, np.float32))


def build(reader: Reader) -> onnx.ModelProto:
    """Return the graph of a network in full precision."""
    graph = Graph(dict(reader.state_dict()))
    length = graph.node("Shape", "pieces")
    places = graph.node(
        "Slice", graph.weight("encoder.places.weight"), graph.numbers(0), length, graph.numbers(0)
    )
    x = graph.node("Gather", graph.weight("encoder.words.weight"), "pieces", axis=0)
    written = graph.node("Gather", graph.weight("encoder.cases.weight"), "cases", axis=0)
    x = graph.norm(graph.node("Add", graph.node("Add", x, places), written), "encoder.norm")
    for number in range(LAYERS):
        x = _block(graph, x, f"encoder.blocks.{number}")
    at = graph.node("Gather", x, "firsts", out=AT_WORDS, axis=0)
    for head in ("tags", "asks", "answers", "names", "meaning"):
        graph.dense(at, head, out=head)
    graph.node("Identity", graph.weight("distance", turned=True), out="distance")
    outputs = ("tags", "asks", "answers", "names", "meaning", "distance")
    proto = helper.make_graph(
        graph.nodes,
        "reader",
        [
            helper.make_tensor_value_info(name, TensorProto.INT64, [size])
            for name, size in (("pieces", "pieces"), ("cases", "pieces"), ("firsts", "words"))
        ],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, [None, None]) for name in outputs],
        list(graph.constants.values()),
    )
    model = helper.make_model(
        proto, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR, producer_name=""
    )
    onnx.checker.check_model(model)
    return model


def _block(graph: Graph, x: str, name: str) -> str:
    size = WIDTH // HEADS
    parts = graph.node(
        "Reshape", graph.dense(x, f"{name}.attend"), graph.numbers(0, 3, HEADS, size)
    )
    turned = graph.node("Transpose", parts, perm=[1, 2, 0, 3])  # part, head, piece, width
    query, key, value = (
        graph.node(
            "Squeeze",
            graph.node("Slice", turned, graph.numbers(part), graph.numbers(part + 1)),
            graph.numbers(0),
        )
        for part in range(3)
    )
    asked = graph.node("MatMul", query, graph.node("Transpose", key, perm=[0, 2, 1]))
    share = graph.node("Softmax", graph.node("Mul", asked, graph.number(size**-0.5)), axis=-1)
    seen = graph.node("Transpose", graph.node("MatMul", share, value), perm=[1, 0, 2])
    seen = graph.node("Reshape", seen, graph.numbers(0, WIDTH))
    x = graph.norm(
        graph.node("Add", x, graph.dense(seen, f"{name}.gather")), f"{name}.norm_attention"
    )
    wide = graph.dense(x, f"{name}.widen")
    erf = graph.node("Erf", graph.node("Mul", wide, graph.number(0.5**0.5)))
    half = graph.node("Mul", wide, graph.number(0.5))
    gelu = graph.node("Mul", half, graph.node("Add", erf, graph.number(1.0)))
    return graph.norm(
        graph.node("Add", x, graph.dense(gelu, f"{name}.narrow")), f"{name}.norm_dense"
    )


def main() -> None:
    """Build, quantise and write."""
    weights, out = Path(sys.argv[1]), Path(sys.argv[2])
    reader = Reader(0.0)
    reader.load_state_dict(torch.load(weights, map_location="cpu"))
    reader.eval()
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        onnx.save(build(reader), whole)
        quantize_dynamic(
            whole,
            out,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,  # processors without VNNI may overflow with all eight bits
            op_types_to_quantize=["MatMul", "Gather"],
            nodes_to_exclude=[AT_WORDS],
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )


if __name__ == "__main__":
    main()
