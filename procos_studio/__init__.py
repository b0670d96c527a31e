"""ProcOS Studio: BPMN 2.0 processes drawn from blocks, run on the spot, deployed to Camunda 7 / Operaton."""

__version__ = "0.1.0"
