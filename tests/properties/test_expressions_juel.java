import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import org.camunda.bpm.impl.juel.*;
import org.camunda.bpm.impl.juel.jakarta.el.*;

/** Evaluates the lines of standard input (base64) with the real JUEL, as Camunda 7 sets it up; answers kind and text. */
public class Juel {
  public static void main(String[] arguments) throws Exception {
    ExpressionFactory factory = new ExpressionFactoryImpl();
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    StringBuilder answers = new StringBuilder();
    for (String line; (line = lines.readLine()) != null; ) {
      String text = new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
      answers.append(answer(factory, text)).append('\n');
    }
    new PrintStream(System.out, true, "UTF-8").print(answers);
  }

  static String answer(ExpressionFactory factory, String text) {
    try {
      CompositeELResolver resolver = new CompositeELResolver();
      resolver.add(new ArrayELResolver(true));
      resolver.add(new ListELResolver(true));
      resolver.add(new MapELResolver(true));
      resolver.add(new BeanELResolver());
      SimpleContext context = new SimpleContext(resolver);
      for (Map.Entry<String, Object> variable : variables().entrySet()) {
        context.setVariable(variable.getKey(), factory.createValueExpression(variable.getValue(), Object.class));
      }
      Object value = factory.createValueExpression(context, text, Object.class).getValue(context);
      String kind = value == null ? "null" : kind(value);
      return kind + " " + Base64.getEncoder().encodeToString(String.valueOf(value instanceof Object[] ? Arrays.asList((Object[]) value) : value).getBytes(StandardCharsets.UTF_8));
    } catch (RuntimeException failure) {
      String reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
      return "error " + Base64.getEncoder().encodeToString(reason.getBytes(StandardCharsets.UTF_8));
    }
  }

  static String kind(Object value) {
    if (value instanceof Boolean) return "bool";
    if (value instanceof Double || value instanceof Float || value instanceof java.math.BigDecimal) return "float";
    if (value instanceof Number) return "int";
    if (value instanceof Character || value instanceof String) return "str";
    if (value instanceof Map) return "dict";
    if (value instanceof Collection || value instanceof Object[]) return "list";
    return value.getClass().getName();
  }

  static Map<String, Object> variables() {
    Map<String, Object> deep = new LinkedHashMap<>();
    deep.put("x", Arrays.asList(10, 20));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("k", "v");
    map.put("one", 1);
    map.put("1", "text one");
    map.put("none", null);
    map.put("deep", deep);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("nothing", null);
    all.put("i", 7);
    all.put("zero", 0);
    all.put("d", 2.5);
    all.put("s", "Some Text");
    all.put("digits", "12");
    all.put("blank", "");
    all.put("yes", true);
    all.put("no", false);
    all.put("list", Arrays.asList(1, "two", null, 2.5, true));
    all.put("same", Arrays.asList(1.0, "two", null, 2.5, 1));
    all.put("empties", new ArrayList<>());
    all.put("map", map);
    all.put("vacant", new LinkedHashMap<>());
    return all;
  }
}
