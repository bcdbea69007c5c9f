# What Ruby's Psych, GitLab's YAML reader, sees in texts. Reads a JSON list of texts from standard input and prints one
# JSON line for each: a list of document trees, or {"error": …}.
require "json"
require "psych"

SCANNER = Psych::ScalarScanner.new(Psych::ClassLoader::Restricted.new(%w[Symbol Date Time DateTime], []))

def scalar(node)
  return ["string", node.value] if node.quoted || ["!", "tag:yaml.org,2002:str", "!str"].include?(node.tag)
  value = begin
    SCANNER.tokenize(node.value)
  rescue StandardError
    return ["date"]
  end
  case value
  when String then ["string", value]
  when nil then ["null"]
  when true, false then ["bool", value]
  when Integer then ["int", value.to_s]
  when Float then ["float", value.nan? ? "nan" : value.to_s.to_f.to_s]
  when Symbol then ["symbol"]
  else ["date"]
  end
end

def tree(node)
  case node
  when Psych::Nodes::Scalar then scalar(node)
  when Psych::Nodes::Alias then ["alias", node.anchor]
  when Psych::Nodes::Sequence then ["list", node.children.map { |child| tree(child) }]
  when Psych::Nodes::Mapping then ["map", node.children.map { |child| tree(child) }]
  when Psych::Nodes::Document then tree(node.root)
  end
end

JSON.parse($stdin.read).each do |text|
  begin
    puts JSON.generate(Psych.parse_stream(text).children.map { |document| tree(document) }, max_nesting: 0)
  rescue Psych::SyntaxError => e
    puts JSON.generate({ "error" => e.message })
  end
end
